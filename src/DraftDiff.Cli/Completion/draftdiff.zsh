#compdef draftdiff
# Completion of draftdiff in zsh. To install it, run once, where ~/.zshrc runs compinit before:
#   echo 'source <(draftdiff completion zsh)' >> ~/.zshrc

_draftdiff() {
    local line files
    local -a found
    while IFS= read -r line; do
        case $line in
            :files) files='_files' ;;
            :folders) files='_files -/' ;;
            *$'\t'*) found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
            *) found+=("${line//:/\\:}") ;;
        esac
    done < <("${(Q)words[1]}" complete zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)

    (( $#found )) && _describe -t draftdiff draftdiff found
    [[ -n $files ]] && ${=files}
}

if [[ $funcstack[1] == _draftdiff ]]; then
    _draftdiff "$@"
else
    compdef _draftdiff draftdiff
fi
