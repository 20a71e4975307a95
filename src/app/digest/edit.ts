import { randomUUID } from 'node:crypto';
import type { DigestDraft } from '../../core/digest/draft.ts';
import { type Phrase, phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { sealed } from '../text.ts';
import { changeOf, entryOf, type Found, refusalOf, stored, worded } from './found.ts';
import { withDraft } from './state.ts';

/** The line of that number as it was shown, without what was made of it. */
export function lineOf(draft: DigestDraft, no: number): { readonly key: string; readonly text: Phrase } | undefined {
  const key = draft.numbers[no - 1];
  const text = draft.shown?.find(({ id }) => id === key)?.text;
  return key !== undefined && text ? { key, text } : undefined;
}

/** 改4…: that line of the preview in other words. */
export function reword(ask: Ask, found: Found, no: number, text: string): Reply {
  const { group, course } = found;
  const draft = course.draft!;
  const line = lineOf(draft, no);
  const refused = line ? refusalOf(ask, group, text) : phrase('digest-edit-which', { no });
  if (!line || refused) return { message: answer(refused!) };
  const was = worded(ask, draft.edits[line.key] ?? line.text);
  const edits = { ...draft.edits, [line.key]: text };
  return {
    ...stored(found, withDraft(course.state, { ...draft, edits })),
    ...changeOf(ask, found, 'reworded', no, was, text),
    message: answer(phrase('digest-reworded', { no, was, is: text })),
  };
}

/** 隐4, 恢复4. */
export function hideOrRestore(ask: Ask, found: Found, what: 'hide' | 'restore', numbers: readonly number[]): Reply {
  const { course } = found;
  const draft = course.draft!;
  const unknown = numbers.find((no) => !lineOf(draft, no));
  if (unknown !== undefined) return { message: answer(phrase('digest-edit-which', { no: unknown })) };
  const lines = numbers.map((no) => ({ no, ...lineOf(draft, no)! }));
  const [done, words] =
    what === 'hide' ? (['hidden', 'digest-hidden'] as const) : (['restored', 'digest-restored'] as const);
  const edits: Record<string, string | null> = { ...draft.edits };
  const kept = lines.map(({ no, key, text }) => {
    const before = sealed(worded(ask, edits[key] ?? text), randomUUID());
    if (what === 'hide') edits[key] = null;
    else delete edits[key];
    return { entry: entryOf(ask, found, done, { no, before: before.ref }), texts: before.texts };
  });
  return {
    ...stored(found, withDraft(course.state, { ...draft, edits })),
    entries: kept.map(({ entry }) => entry),
    texts: Object.assign({}, ...kept.map(({ texts }) => texts)),
    message: answer(...lines.map(({ no, text }) => phrase(words, { no, text }))),
  };
}
