/** The scripts of `sceyt-platform completion`. Each asks the command itself, so that it fits the version that is installed. */
export const completionScripts = {
  bash: `_sceyt_platform() {
  local IFS=$'\\n'
  COMPREPLY=($(sceyt-platform complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o default -F _sceyt_platform sceyt-platform
`,
  zsh: `_sceyt_platform() {
  local -a candidates
  local line
  for line in "\${(@f)$(sceyt-platform complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( $#candidates )); then
    _describe sceyt-platform candidates
  else
    _files
  fi
}
compdef _sceyt_platform sceyt-platform
`,
  fish: `function __sceyt_platform
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l candidates (sceyt-platform complete -- $words[2..] "$current" 2>/dev/null)
  if set -q candidates[1]
    printf '%s\\n' $candidates
  else
    __fish_complete_path "$current"
  end
end
complete -c sceyt-platform -f -a '(__sceyt_platform)'
`,
} as const
