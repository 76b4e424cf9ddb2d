# Completion of draftdiff in fish. To install it, run once:
#   draftdiff completion fish > ~/.config/fish/completions/draftdiff.fish

function __draftdiff_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program complete fish -- $words "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current" Folder
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c draftdiff -f -a '(__draftdiff_complete)'
