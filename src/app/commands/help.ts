import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { rolesOf } from '../office.ts';
import type { Command } from './contract.ts';

export const help: Command = {
  id: 'help',
  typed: ['help', '帮助', 'start'],
  who: 'everyone',
  async run({ office, speaker }) {
    const lines = [
      phrase('help-head'),
      phrase('help-report'),
      phrase('help-move'),
      phrase('help-undo'),
      phrase('help-commands'),
      phrase('time-help'),
    ];
    return {
      message: answer(
        ...lines,
        ...(rolesOf(office, speaker).some((role) => ['secretary', 'leader'].includes(role))
          ? [phrase('help-papers')]
          : []),
        ...(rolesOf(office, speaker).includes('secretary')
          ? [phrase('help-secretary'), phrase('time-help-secretary')]
          : []),
        phrase('help-complaint'),
      ),
    };
  },
};
