# Completion of draftdiff in bash. To install it, run once:
#   echo 'source <(draftdiff completion bash)' >> ~/.bashrc

_draftdiff() {
    local line files=
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files) files=f ;;
            :folders) files=d ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done < <("$1" complete bash -- "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)

    if [ -z "$files" ]; then
        compopt +o default 2>/dev/null
    elif [ "$files" = d ]; then
        compopt -o dirnames 2>/dev/null
    elif [ ${#COMPREPLY[@]} -gt 0 ]; then
        # Where symbols fit, files stand beside them; where none does, bash itself lists files.
        while IFS= read -r line; do
            if [ -d "$line" ]; then
                COMPREPLY+=("$(printf '%q' "$line")/")
            else
                COMPREPLY+=("$(printf '%q' "$line")")
            fi
        done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
    fi
}

complete -o default -F _draftdiff draftdiff
