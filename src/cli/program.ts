import { Command, CommanderError, Option } from 'commander';
import { type Phrase, phrase } from '../core/phrase.ts';
import { type Language, languages } from '../speech.ts';
import { type CliCommand, cliCommands } from './command-list.ts';
import { type CliIo, Refused } from './contract.ts';

/** What was typed could not be understood; what a command found is 1. */
const MISUSED = 2;

/** Runs one command line; answers the exit code. Only bugs and failures of the machine throw. */
export async function runProgram(argv: readonly string[], io: CliIo, version: string): Promise<number> {
  const asked = languageAsked(argv);
  const words = (what: Phrase) => io.say(what, asked ?? io.language);
  const answer = { code: 0 };
  const program = programOf(words, version, async (command, argument, options) => {
    answer.code = await command.run(argument, options, asked ? { ...io, language: asked } : io);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return answer.code;
  } catch (error) {
    if (error instanceof Refused) {
      for (const problem of error.problems) io.complain(words(problem));
      return 1;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // The bare program is a question for its help, which commander has shown on standard error.
    if (error.code !== 'commander.help') io.complain(words(misuse(error)));
    return MISUSED;
  }
}

function languageAsked(argv: readonly string[]): Language | undefined {
  const i = argv.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const asked = i < 0 ? undefined : (argv[i]!.split('=')[1] ?? argv[i + 1]);
  return languages.find((one) => one === asked);
}

type Words = (what: Phrase) => string;
type Act = (
  command: CliCommand,
  argument: string | undefined,
  options: Parameters<CliCommand['run']>[1],
) => Promise<void>;

function programOf(words: Words, version: string, act: Act): Command {
  const program = localized(new Command('duban'), words)
    .description(words(phrase('cli-about')))
    .version(version, '-V, --version', words(phrase('cli-option-version')))
    .helpCommand('help [command]', words(phrase('cli-help')))
    .addHelpText('after', `\n${words(phrase('cli-exit-codes'))}`);
  for (const one of cliCommands) {
    const command = localized(program.command(one.name), words).description(words({ id: `cli-${one.name}` }));
    if (one.argument) command.argument(one.argument);
    for (const [flags, key] of one.options) command.addOption(optionOf(flags, words({ id: `cli-option-${key}` })));
    command.action(() => act(one, command.args[0], command.opts()));
  }
  return program;
}

function optionOf(flags: string, about: string): Option {
  const option = new Option(flags, about);
  return flags.startsWith('--language') ? option.choices(languages) : option;
}

/** commander speaks English only: its headings are ours, and its complaints are worded from their codes. */
function localized(command: Command, words: Words): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': 'usage',
    'Arguments:': 'arguments',
    'Options:': 'options',
    'Commands:': 'commands',
  };
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', words(phrase('cli-option-help')))
    .configureHelp({
      styleTitle: (title) => (titles[title] ? words({ id: `cli-title-${titles[title]}` }) : title),
      optionDescription: (option) => option.description,
    })
    .configureOutput({ outputError: () => undefined });
}

function misuse({ code, message }: CommanderError): Phrase {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
  if (code === 'commander.missingArgument') return phrase('cli-missing', { what: first });
  if (code === 'commander.optionMissingArgument') return phrase('cli-option-bare', { option: first });
  if (code === 'commander.unknownOption') return phrase('cli-option-unknown', { option: first });
  if (code === 'commander.unknownCommand')
    return phrase('cli-unknown', { command: first, commands: cliCommands.map(({ name }) => name).join(', ') });
  if (code === 'commander.excessArguments') return phrase('cli-excess');
  if (code === 'commander.invalidArgument') return phrase('cli-option-wrong', { option: first, value: second });
  return phrase('cli-misused', { reason: message.replace(/^error: /, '') });
}
