import { Argument, type Command } from 'commander'

/** Adds the command `completion`, and the hidden one that its scripts call. */
export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .summary('Print a script for the completion of commands')
    .description('Prints a script that completes commands, options and values in a shell.')
    .addArgument(new Argument('<shell>', 'Name of the shell.').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      `
Add this line to ~/.bashrc:
  source <(sceyt-platform completion bash)
or these to ~/.zshrc:
  autoload -U compinit && compinit
  source <(sceyt-platform completion zsh)
or this to ~/.config/fish/config.fish:
  sceyt-platform completion fish | source`,
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const [{ completionScripts }, { writeToStdout }] = await Promise.all([
        import('./completion-scripts.js'),
        import('./stdout.js'),
      ])
      await writeToStdout(completionScripts[shell])
    })
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const [{ candidatesFor }, { writeToStdout }] = await Promise.all([
        import('./candidates.js'),
        import('./stdout.js'),
      ])
      const candidates = await candidatesFor(program, words)
      await writeToStdout(candidates.map(({ value, description }) => `${value}\t${description}\n`).join(''))
    })
}
