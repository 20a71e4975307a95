import { randomInt } from 'node:crypto';
import { INVITE_HOURS, invite } from '../app/join.ts';
import { openTelegram } from '../chat/telegram/telegram.ts';
import { phrase } from '../core/phrase.ts';
import type { Person } from '../core/plan/plan.ts';
import { openLog } from '../log.ts';
import { type CliIo, Refused } from './contract.ts';
import { type OpenedStore, officesAsked, openOfficeStore } from './open-store.ts';

export interface InviteOptions {
  readonly org?: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const dice = { token: (n: number) => Array.from({ length: n }, () => alphabet[randomInt(alphabet.length)]).join('') };

/** `duban invite PERSON`: a one-time link with which this person joins. The link alone goes to standard output. */
export async function inviteCommand(asked: string, options: InviteOptions, io: CliIo): Promise<number> {
  const opened = await openOfficeStore(io);
  const { org, person } = await personAsked(opened, asked, options.org);
  const say = (id: string, args = {}) => io.complain(io.say(phrase(id, args), io.language));
  const joined = await opened.store.links.chatOf(org, `person/${person.id}`);
  const token = await invite({ store: opened.store, dice }, org, `person/${person.id}`);
  const link = await linkOf(opened, token);
  io.print(link ?? `/start ${token}`);
  say('cli-invite-for', { name: person.name, hours: INVITE_HOURS });
  if (link === undefined) say(opened.world === 'sandbox' ? 'cli-invite-local' : 'cli-invite-offline');
  if (joined) say('cli-invite-joined', { name: person.name });
  return 0;
}

async function personAsked(opened: OpenedStore, asked: string, org: string | undefined) {
  const offices = await officesAsked(opened, org);
  const all = offices.flatMap((office) => office.plan.people.map((person) => ({ org: office.org, person })));
  const exact = all.filter(({ person }) => person.id === asked);
  const found = exact.length > 0 ? exact : all.filter(({ person }) => namesOf(person).includes(asked));
  if (found.length === 0) throw new Refused(phrase('cli-nobody', { asked }));
  if (found.length > 1) {
    const ids = found.map((one) => (offices.length > 1 ? `${one.person.id} (--org ${one.org})` : one.person.id));
    throw new Refused(phrase('cli-ambiguous', { asked, ids }));
  }
  return found[0]!;
}

function namesOf({ name, aliases }: Person): readonly string[] {
  return [name, ...aliases];
}

/** Undefined in the local chat, which knows no links, and while the platform cannot be reached. */
async function linkOf({ config, clock }: OpenedStore, token: string): Promise<string | undefined> {
  if (config.botToken === undefined) return undefined;
  const chat = openTelegram({
    token: config.botToken,
    apiRoot: config.telegramApiRoot,
    sendSeconds: 8,
    now: clock.now,
    log: openLog({ level: 'silent', pretty: false, write: () => undefined }),
    ...(config.httpsProxy ? { proxy: config.httpsProxy } : {}),
  });
  return chat.inviteLink(token).catch(() => undefined);
}
