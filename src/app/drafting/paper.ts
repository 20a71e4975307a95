import type { Attachment, Event } from '../../chat/contract.ts';
import { dateAt } from '../../core/calendar.ts';
import { planCaption } from '../../core/drafting/vocabulary.ts';
import { holidaysIn, isCalledHolidays, speaksOfHolidays } from '../../core/holiday-file.ts';
import { type DraftPerson, rosterOf } from '../../core/intake/index.ts';
import type { PersonId } from '../../core/plan/plan.ts';
import type { Fetched } from '../fetched.ts';
import { actsForOffice, type Office, rolesOf } from '../office.ts';
import type { ReadPaper, RefusedPaper, World } from '../ports.ts';

/** A paper somebody sent to be made a plan of. */
export type Paper =
  /** `stated`: she said that it is one, or whatever comes can be nothing else. */
  | { readonly type: 'read'; readonly paper: ReadPaper; readonly stated: boolean }
  /** Next year's holidays, in whatever form. */
  | { readonly type: 'holidays'; readonly text: string }
  | { readonly type: 'refused'; readonly name: string; readonly refusal: RefusedPaper['refusal'] }
  /** From somebody who is not the secretary. */
  | { readonly type: 'not-theirs' };

const PAPERS = /\.(?:docx|xlsx|txt|md|doc|xls|docm|xlsm|wps|et|csv|json)$/i;

/**
 * Whether a message brings a paper to be made a plan of, read in the background. /plan as the caption says that it is
 * one. A document with other words or in reply to something is evidence unless it reads as a plan, and so is one in
 * which nothing can be planned.
 */
export async function paperIn(
  world: World,
  office: Office,
  person: PersonId,
  events: readonly (Event & { type: 'text' })[],
  fetched: readonly Fetched[],
): Promise<Paper | undefined> {
  const explicit = events.some(({ text }) => planCaption.test(text.trim()));
  const isSecretary = rolesOf(office, person).includes('secretary');
  const [event] = events;
  if (events.length !== 1 || !event) return undefined;
  if (event.attachments.length === 0) return explicit && isSecretary ? pasted(world, office, person) : undefined;
  const [file] = fetched;
  if (!file || fetched.length > 1 || file.of.kind !== 'document') return undefined;
  const reading = readOnce(world, office, file);
  const forOffice = actsForOffice(office, person, world.clock.now());
  const holidays = forOffice ? await holidayFile(event, file, reading) : undefined;
  if (holidays) return holidays;
  if (!explicit && !isPaper(file.of)) return undefined;
  const isBare = event.text.trim() === '' && event.replyTo === undefined;
  if (!explicit && !isBare && (!isSecretary || !file.ok)) return undefined;
  if (explicit && !isSecretary) return { type: 'not-theirs' };
  const name = file.of.name ?? '';
  if (!file.ok)
    return file.why === 'too-large' ? { type: 'refused', name, refusal: { code: 'too-big', limit: 20 } } : undefined;
  const read = await reading();
  if (!read) return undefined;
  if ('refusal' in read)
    return isSecretary && (explicit || isBare) ? { type: 'refused', name, refusal: read.refusal } : undefined;
  if (!isSecretary) return looksLikePlan(read) ? { type: 'not-theirs' } : undefined;
  const stated = explicit || isFresh(office);
  if (stated || (isBare ? isWorthDrafting(read) : looksLikePlan(read))) return { type: 'read', paper: read, stated };
  return undefined;
}

type Reading = () => Promise<ReadPaper | RefusedPaper | undefined>;

/** The file is read in a thread, at most once; undefined if it could not be fetched. */
function readOnce(world: World, office: Office, file: Fetched): Reading {
  let read: ReturnType<Reading> | undefined;
  const content = file.ok ? file.content : undefined;
  return () => {
    read ??= content
      ? world.papers.read(content, file.of.name ?? '', contextOf(world, office))
      : Promise.resolve(undefined);
    return read;
  };
}

/** Next year's holidays in a file from the office: by what it holds, not by what it is called. */
async function holidayFile(
  { text, replyTo }: Event & { type: 'text' },
  { of }: Fetched,
  reading: Reading,
): Promise<Paper | undefined> {
  const name = of.name ?? '';
  const caption = text.trim();
  const called = isCalledHolidays(name);
  if (!called && !isPaper(of)) return undefined;
  if ((caption !== '' || replyTo !== undefined) && !speaksOfHolidays(caption)) return undefined;
  const read = await reading();
  if (!read) return undefined;
  if ('refusal' in read) return called ? { type: 'refused', name, refusal: read.refusal } : undefined;
  const found = holidaysIn(read.document, name);
  if (found !== undefined) return { type: 'holidays', text: found };
  const words = read.document.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : b.rows.flat())).join('\n');
  return called && !isWorthDrafting(read) ? { type: 'holidays', text: words } : undefined;
}

function isPaper({ name }: Attachment): boolean {
  return PAPERS.test(name ?? '');
}

/** An office that was claimed and has no plan yet: whatever document comes is meant as one. */
export function isFresh({ plan }: Office): boolean {
  return plan.measures.length === 0;
}

function isWorthDrafting(read: ReadPaper): boolean {
  return read.draft.measures.length > 0 || peopleIn(read).length > 1;
}

/** The people of a roster; the headings of another paper (总体情况) are no names. */
export function peopleIn({ draft, document }: ReadPaper): readonly DraftPerson[] {
  if (!['roster', 'other'].includes(draft.kind)) return [];
  const people = rosterOf(document);
  return people.filter(({ post }) => post !== null).length * 2 > people.length ? people : [];
}

function looksLikePlan({ draft }: ReadPaper): boolean {
  return ['plan', 'ledger', 'yearly-plan', 'self-examination'].includes(draft.kind) && draft.measures.length > 2;
}

async function pasted(world: World, office: Office, person: PersonId): Promise<Paper | undefined> {
  const found = await world.store.drafts.read(office.org, person);
  if (!found || found.drafting.parts.length === 0) return undefined;
  const text = found.drafting.parts.join('\n');
  const read = await world.papers.read(new TextEncoder().encode(text), 'pasted.txt', contextOf(world, office));
  return 'refusal' in read
    ? { type: 'refused', name: '', refusal: read.refusal }
    : { type: 'read', paper: read, stated: true };
}

function contextOf({ clock }: World, { plan }: Office) {
  return { today: dateAt(clock.now(), plan.organization.zone) };
}
