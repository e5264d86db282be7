# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for jipingctl

_jipingctl() {
  local cur prev words cword command= word
  _init_completion || return

  local commands='init sample check backup restore journal undo redo template import export clusters act correct file attach figure
    standard score assess schedule fund use audit calendar workdays holidays report pack'

  case $prev in
    --data | --pack | --errors | --ics | -o | --output) _filedir; return ;;
    --what) COMPREPLY=($(compgen -W 'clusters figures assessments funding' -- "$cur")); return ;;
    --kind) COMPREPLY=($(compgen -W 'financial-rules evidence industry scope operator other safety quality environment network data tax unlawful dishonesty' -- "$cur")); return ;;
  esac

  for word in "${words[@]:1:cword-1}"; do
    [[ " ${commands//$'\n'/ } " == *" $word "* ]] && command=$word && break
  done

  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W "$commands --data --as --office --today --json --help --version" -- "$cur"))
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$(jipingctl "$command" --help 2>/dev/null | grep -o -- '--[a-z-]*' | sort -u)" -- "$cur"))
  else
    case $command in
      attach | import | export | template | backup | restore) _filedir ;;
      pack) COMPREPLY=($(compgen -W 'show validate use confirm' -- "$cur")); [[ $prev == validate || $prev == use ]] && _filedir json ;;
      report) COMPREPLY=($(compgen -W 'assessment ranking score-sheet funding-plan notice payment use-ledger rectification renewal validity
        recommendation annual-return year-plan missing handover dossier' -- "$cur")) ;;
      act) COMPREPLY=($(compgen -W 'cultivate designate apply accept review inspect recommend return decline recognise renewal-apply
        renewal-review renewal-recommend renew renewal-fail revoke' -- "$cur")) ;;
      assess) COMPREPLY=($(compgen -W 'open points veto withdraw narrative submit return confirm reopen keep' -- "$cur")) ;;
      file) COMPREPLY=($(compgen -W 'return change incident support' -- "$cur")) ;;
      fund) COMPREPLY=($(compgen -W 'start plan district city publicise object settle pay refund return' -- "$cur")) ;;
      use) COMPREPLY=($(compgen -W 'list add reverse lock' -- "$cur")) ;;
      audit) COMPREPLY=($(compgen -W 'inspect open finding measure confirm close' -- "$cur")) ;;
    esac
  fi
} && complete -F _jipingctl jipingctl
