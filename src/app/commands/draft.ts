import type { Attachment, Event } from '../../chat/contract.ts';
import { type DraftingStep, stepped } from '../../core/drafting/drafting.ts';
import { dropped, takenUp } from '../../core/drafting/earlier.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { adopt, type Found, foundOf, mayDraft, movedOnBy, notTheirs, shown, written } from '../drafting/converse.ts';
import { previewDetails } from '../drafting/preview.ts';
import { tappedSends } from '../tapped.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** The buttons under a draft: answers, one step back, all proposals, adopting it, dropping it. */
export const draft: Command = {
  id: 'draft',
  who: 'everyone',
  async run(ask) {
    if (!mayDraft(ask)) return notTheirs(ask);
    const found = await foundOf(ask);
    const { id, what } = ask.action?.with ?? {};
    if (what === 'as-paper') return asPaper(ask);
    if (found && what === 'reopen') return reopen(ask, found, String(id));
    if (!found || found.drafting.id !== id) return { toast: phrase('toast-draft-gone') };
    if (found.drafting.source === ask.said.source) return { message: await shown(ask, found.drafting) };
    return tapped(ask, found, String(what));
  },
};

/** 处理待定: of the paper adopted last or of one before it. */
async function reopen(ask: Ask, found: Found, id: string): Promise<Reply> {
  const { drafting } = found;
  if (drafting.source === ask.said.source) return { message: await shown(ask, drafting) };
  if (drafting.id !== id && drafting.stage !== 'adopted') {
    const title = drafting.draft?.title ?? '';
    return { message: await shown(ask, drafting, phrase('drafting-busy', { title })) };
  }
  const open = drafting.stage === 'preview' ? stepped(drafting, { type: 'reopen' }) : takenUp(drafting, id);
  return open ? written(ask, found, open) : { toast: phrase('toast-draft-gone') };
}

async function tapped(ask: Ask, found: Found, what: string): Promise<Reply> {
  const { drafting, version } = found;
  if (what === 'read') return { reads: readLater(ask), toast: phrase('toast-draft-reading') };
  if (what === 'drop') {
    if (drafting.stage === 'adopted') return { toast: phrase('toast-draft-gone') };
    const changed = {
      drafting: { expected: version, value: dropped(drafting) },
      edits: await movedOnBy(ask, found, true),
    };
    const left = drafting.left ?? 0;
    const open = left > 0 ? [phrase('drafting-adopted-open', { count: left })] : [];
    return { ...changed, message: answer(phrase('drafting-dropped'), ...open) };
  }
  if (what === 'details' && drafting.stage === 'preview')
    return { message: await previewDetails(ask, drafting, Number(ask.action?.with?.page ?? 0)) };
  if (what === 'adopt') return drafting.stage === 'preview' ? adopt(ask, found) : { toast: phrase('toast-draft-gone') };
  const step = stepOf(what, ask);
  // What was adopted changes only after she took it up again.
  if (!step || drafting.stage === 'adopted') return { toast: phrase('toast-draft-gone') };
  // A second tap on the same button: the question after it was asked already.
  if (step.type === 'answer' && drafting.answers[step.key] === step.value) return { toast: phrase('toast-draft-same') };
  return written(ask, found, stepped(drafting, step));
}

function stepOf(what: string, { action }: Ask): DraftingStep | undefined {
  const { key, value } = action?.with ?? {};
  if (what === 'change') return { type: 'change', key: String(key) };
  if (what === 'answer') return { type: 'answer', key: String(key), value: String(value) };
  const plain = ['start', 'take-all', 'leave-rest', 'back'] as const;
  const type = plain.find((one) => one === what);
  return type ? { type } : undefined;
}

/** 作为方案起草: the file is fetched and read as a paper. */
async function asPaper(ask: Ask): Promise<Reply> {
  const file = JSON.parse(String(ask.action?.with?.file)) as Attachment;
  return {
    reads: readLater(ask, [file]),
    edits: await tappedSends(ask),
    states: { [`person/${ask.speaker}`]: {} },
    toast: phrase('toast-draft-reading'),
  };
}

/** Reading takes its time and is done where files are fetched. */
function readLater({ event, world, said }: Ask, attachments: readonly Attachment[] = []): NonNullable<Reply['reads']> {
  const { updateId, chat, isGroup, from, fromName, at } = event;
  // Read as a message of its own: a typed answer is known by its number already.
  const messageId = event.type === 'tap' ? event.messageId : event.type === 'text' ? -event.messageId : 0;
  const read: Event & { type: 'text' } = {
    ...{ type: 'text', updateId, chat, isGroup, from, fromName, at, text: '/plan', messageId },
    attachments,
  };
  const now = world.clock.machine();
  return { id: `read.${said.source}`, event: read, arrived: now, notBefore: now, tries: 0 };
}
