import type { Desk } from './desk.ts';
import type { BotMembership } from './state.ts';

export type Seat = PersonSeat | GroupSeat;

export interface PersonSeat {
  readonly kind: 'person';
  /** Telegram user id, which is also the id of the private chat. */
  readonly id: number;
  readonly name: string;
  readonly post?: string;
  readonly username?: string;
  readonly language?: string;
  /** Whether the person has already started the bot; false by default. */
  readonly started?: boolean;
}

export interface GroupSeat {
  readonly kind: 'group';
  /** Negative; at most -1 000 000 000 000 for a supergroup. */
  readonly id: number;
  readonly title: string;
  readonly members?: readonly number[];
  readonly bot?: BotMembership;
}

const SUPERGROUPS_BELOW = -1_000_000_000_000;

/** Adds what is new. A seat that is known keeps what happened to it and takes the new name and post. */
export function seatAll(desk: Desk, seats: readonly Seat[]): void {
  for (const seat of seats) {
    if (seat.kind === 'person') seatPerson(desk, seat);
    else seatGroup(desk, seat);
  }
  desk.changed({ kind: 'seat' });
}

function seatPerson(desk: Desk, { id, name, post, username, language, started }: PersonSeat): void {
  const known = desk.state.people[id];
  desk.state.people[id] = {
    languageCode: 'zh-hans',
    started: started ?? false,
    blocked: false,
    ...known,
    id,
    firstName: name,
    ...(post && { post }),
    ...(username && { username }),
    ...(language && { languageCode: language }),
  };
}

function seatGroup(desk: Desk, { id, title, members, bot }: GroupSeat): void {
  const known = desk.state.groups[id];
  desk.state.groups[id] = {
    type: id <= SUPERGROUPS_BELOW ? 'supergroup' : 'group',
    bot: bot ?? 'left',
    nextMessageId: 1,
    ...known,
    id,
    title,
    members: [...new Set([...(known?.members ?? []), ...(members ?? [])])],
  };
}
