import { answerCheck } from '../checks.ts';
import type { Command } from './contract.ts';

/** One question of a checklist answered, or how one site stands: 好转, 持平, 变差. */
export const check: Command = { id: 'check', who: 'everyone', own: true, run: answerCheck };
