import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Chat, ChatMessage, Event, Update } from '../../src/chat/contract.ts';

/** A platform with one person and one group on it, seen from both sides. */
export interface ChatStage {
  readonly chat: Chat;
  readonly read: (update: Update) => Event;
  readonly person: number;
  readonly group: number;
  /** What a chat shows now: only messages of the bot, oldest first. */
  shown(chat: number): readonly Shown[];
  says(text: string, options?: { readonly replyTo?: number; readonly in?: number }): number;
  corrects(messageId: number, text: string): void;
  taps(messageId: number, data: string): { answered(): Promise<{ readonly text: string; readonly alert: boolean }> };
  sendsDocument(name: string, caption: string): void;
  blocks(): void;
  unblocks(): void;
  removesBotFromGroup(): void;
  upgradesGroup(): number;
  close(): Promise<void>;
}

export interface Shown {
  readonly id: number;
  readonly text: string;
  readonly bold: readonly string[];
  readonly buttons: readonly (readonly { readonly text: string; readonly data: string }[])[];
  readonly replyTo?: number;
}

const nobody = new AbortController().signal;

/** What every `Chat` does, whatever the platform. */
export function chatContract(name: string, open: () => Promise<ChatStage>): void {
  let stage: ChatStage;
  let offset: number;
  beforeEach(async () => {
    stage = await open();
    offset = 0;
    // Whatever setting the stage has caused is not what a test is about.
    await events();
  });
  afterEach(() => stage.close());

  /** A platform may answer the same offset sparingly when it is asked again at once (Telegram: within 0.5 s). */
  async function pollAgain(): Promise<readonly Update[]> {
    await sleep(600);
    return stage.chat.poll(offset, 0, nobody);
  }

  /** Reads and confirms everything waiting. */
  async function events(): Promise<readonly Event[]> {
    const updates = await stage.chat.poll(offset, 0, nobody);
    if (updates.length > 0) offset = updates.at(-1)!.id + 1;
    return updates.map(stage.read);
  }

  async function oneEvent<Type extends Event['type']>(type: Type): Promise<Extract<Event, { type: Type }>> {
    const found = (await events()).filter((event) => event.type === type);
    expect(found).toHaveLength(1);
    return found[0] as Extract<Event, { type: Type }>;
  }

  describe(`${name}: sending`, () => {
    test('text arrives as it was written, whatever marks it holds', async () => {
      const lines = [
        { text: 'a < b & c > d "e" \'f\'' },
        { text: '<b>&amp;</b>' },
        { text: '' },
        { text: '*_`[x](y)' },
      ];
      const { messageId } = await stage.chat.send(stage.person, { lines, buttons: [] });
      const [message] = stage.shown(stage.person);
      expect(message).toMatchObject({ id: messageId, text: lines.map(({ text }) => text).join('\n'), bold: [] });
    });

    test('bold lines are set apart, with their marks', async () => {
      await stage.chat.send(stage.person, plain('x', { text: '1 < 2', bold: true }, 'y'));
      expect(stage.shown(stage.person)[0]!.bold).toEqual(['1 < 2']);
    });

    test('buttons arrive in their rows', async () => {
      const buttons = [[button('完成', 'a.0'), button('稍后', 'a.1')], [button('更多', 'a.2')]];
      await stage.chat.send(stage.person, { lines: [{ text: 'x' }], buttons });
      expect(stage.shown(stage.person)[0]!.buttons).toEqual(buttons);
    });

    test('a reply points to its message, and is sent all the same when that one is gone', async () => {
      const asked = stage.says('问一下');
      await stage.chat.send(stage.person, { ...plain('答'), replyTo: asked });
      await stage.chat.send(stage.person, { ...plain('还是答'), replyTo: 987_654 });
      expect(stage.shown(stage.person).map(({ replyTo }) => replyTo)).toEqual([asked, undefined]);
    });

    test('what does not fit is refused before it is sent, loudly', async () => {
      const unfit: readonly ChatMessage[] = [
        plain('长'.repeat(4097)),
        plain(),
        plain(' '),
        { lines: [{ text: 'x' }], buttons: [[button('b', '期'.repeat(22))]] },
      ];
      for (const message of unfit) await expect(stage.chat.send(stage.person, message)).rejects.toThrow(/does not fit/);
      expect(stage.shown(stage.person)).toEqual([]);
      await stage.chat.send(stage.person, plain('<'.repeat(4096)));
      expect(stage.shown(stage.person)[0]!.text).toHaveLength(4096);
    });

    test('to someone who blocked the bot it is gone', async () => {
      stage.blocks();
      await expect(stage.chat.send(stage.person, plain('x'))).rejects.toMatchObject({ outcome: 'gone' });
      stage.unblocks();
      await stage.chat.send(stage.person, plain('x'));
    });

    test('to a chat that is not there it is gone', async () => {
      await expect(stage.chat.send(31_337, plain('x'))).rejects.toMatchObject({ outcome: 'gone' });
    });

    test('to a group that was upgraded it comes later, elsewhere', async () => {
      const moved = stage.upgradesGroup();
      const failure = { outcome: 'later', movedTo: moved };
      await expect(stage.chat.send(stage.group, plain('x'))).rejects.toMatchObject(failure);
      await stage.chat.send(moved, plain('x'));
      expect(stage.shown(moved).at(-1)!.text).toBe('x');
    });
  });

  describe(`${name}: editing`, () => {
    test('replaces text and buttons; no buttons removes them', async () => {
      const before = { lines: [{ text: '一' }], buttons: [[button('b', 'd')]] };
      const { messageId } = await stage.chat.send(stage.person, before);
      await stage.chat.edit(stage.person, messageId, plain('二'));
      expect(stage.shown(stage.person)).toMatchObject([{ id: messageId, text: '二', buttons: [] }]);
    });

    test('to the same again is quiet, and so is a message that is gone', async () => {
      const { messageId } = await stage.chat.send(stage.person, plain('一'));
      await stage.chat.edit(stage.person, messageId, plain('一'));
      await stage.chat.edit(stage.person, 987_654, plain('一'));
      expect(stage.shown(stage.person)).toHaveLength(1);
    });

    test('where the bot is blocked fails as sending does', async () => {
      const { messageId } = await stage.chat.send(stage.person, plain('一'));
      stage.blocks();
      await expect(stage.chat.edit(stage.person, messageId, plain('二'))).rejects.toMatchObject({ outcome: 'gone' });
    });
  });

  describe(`${name}: hearing`, () => {
    test('words, with who, where, when and in answer to what', async () => {
      const { messageId: asked } = await stage.chat.send(stage.person, plain('请确认'));
      const messageId = stage.says('已完成', { replyTo: asked });
      const event = await oneEvent('text');
      expect(event).toMatchObject({
        ...{ chat: stage.person, from: stage.person, isGroup: false, text: '已完成', messageId, replyTo: asked },
        attachments: [],
      });
      expect(event.fromName).not.toBe('');
      expect(event.edited).toBeUndefined();
      expect(Math.abs(event.at - Date.now())).toBeLessThan(60_000);
    });

    test('words in a group', async () => {
      const { messageId: asked } = await stage.chat.send(stage.group, plain('周报'));
      stage.says('收到', { in: stage.group, replyTo: asked });
      const heard = { isGroup: true, chat: stage.group, from: stage.person, text: '收到' };
      expect(await oneEvent('text')).toMatchObject(heard);
    });

    test('a correction, with its own time and the old date', async () => {
      const messageId = stage.says('昨天完成');
      await events();
      stage.corrects(messageId, '今天完成');
      const event = await oneEvent('text');
      expect(event).toMatchObject({ text: '今天完成', messageId });
      expect(event.edited).toBeGreaterThanOrEqual(event.at);
    });

    test('a tap, at the moment it came in, and its answer', async () => {
      const { messageId } = await stage.chat.send(stage.person, {
        lines: [{ text: 'x' }],
        buttons: [[button('b', 'd.1')]],
      });
      const tap = stage.taps(messageId, 'd.1');
      const [update] = await stage.chat.poll(offset, 0, nobody);
      const event = stage.read({ ...update!, received: 1234 });
      expect(event).toMatchObject({
        type: 'tap',
        data: 'd.1',
        messageId,
        chat: stage.person,
        from: stage.person,
        at: 1234,
      });
      if (event.type !== 'tap') throw new Error('no tap');
      await stage.chat.answerTap(event.tapId, '已登记', true);
      expect(await tap.answered()).toEqual({ text: '已登记', alert: true });
    });

    test('answering a tap that is unknown or too old is quiet', async () => {
      await stage.chat.answerTap('4711', 'x');
      await stage.chat.answerTap('4711');
    });

    test('a document, with name, size and caption', async () => {
      stage.sendsDocument('纪要.docx', '党组会纪要');
      const event = await oneEvent('text');
      expect(event.text).toBe('党组会纪要');
      expect(event.attachments).toMatchObject([{ kind: 'document', name: '纪要.docx' }]);
      expect(event.attachments[0]!.fileId).toBeTruthy();
      expect(event.attachments[0]!.size).toBeGreaterThan(0);
    });

    test('being blocked and unblocked', async () => {
      stage.blocks();
      expect(await oneEvent('membership')).toMatchObject({ member: false, chat: stage.person, isGroup: false });
      stage.unblocks();
      expect(await oneEvent('membership')).toMatchObject({ member: true });
    });

    test('being removed from a group', async () => {
      stage.removesBotFromGroup();
      const event = await oneEvent('membership');
      expect(event).toMatchObject({ member: false, chat: stage.group, isGroup: true });
      expect(event.title).toBeTruthy();
    });

    test('a group that moves', async () => {
      const moved = stage.upgradesGroup();
      expect(await oneEvent('migrated')).toMatchObject({ chat: stage.group, toChat: moved });
    });
  });

  describe(`${name}: polling`, () => {
    test('gives an update again until the offset is past it, in order', async () => {
      const said = ['一', '二', '三'];
      for (const text of said) stage.says(text);
      const texts = (updates: readonly Update[]) => updates.map((update) => stage.read(update)).map(textOf);
      const first = await pollAgain();
      expect(texts(first)).toEqual(said);
      expect(texts(await pollAgain())).toEqual(said);
      expect(texts(await stage.chat.poll(first[0]!.id + 1, 0, nobody))).toEqual(said.slice(1));
      expect(await stage.chat.poll(first[2]!.id + 1, 0, nobody)).toEqual([]);
    });

    test('updates survive being stored as JSON', async () => {
      stage.says('存一下');
      const [update] = await stage.chat.poll(offset, 0, nobody);
      expect(textOf(stage.read(JSON.parse(JSON.stringify(update))))).toBe('存一下');
    });

    test('one chat is one lane, another chat another', async () => {
      const { messageId } = await stage.chat.send(stage.person, {
        lines: [{ text: 'x' }],
        buttons: [[button('b', 'd')]],
      });
      const { messageId: inGroup } = await stage.chat.send(stage.group, plain('x'));
      stage.says('一');
      stage.taps(messageId, 'd');
      stage.says('二', { in: stage.group, replyTo: inGroup });
      const lanes = (await pollAgain()).map(({ lane }) => lane);
      expect(lanes).toHaveLength(3);
      expect(lanes[0]).toBe(lanes[1]);
      expect(lanes[2]).not.toBe(lanes[0]);
    });

    test('waits for what is yet to come', async () => {
      const waiting = stage.chat.poll(offset, 10, nobody);
      setTimeout(() => stage.says('来了'), 100);
      const begun = Date.now();
      expect(await waiting).toHaveLength(1);
      expect(Date.now() - begun).toBeLessThan(5000);
    });

    test('ends at once when it is called off', async () => {
      const stop = new AbortController();
      const waiting = stage.chat.poll(offset, 25, stop.signal).catch((failure: unknown) => failure);
      setTimeout(() => stop.abort(), 100);
      const begun = Date.now();
      expect(await waiting).toMatchObject({ name: 'PollFailure' });
      expect(Date.now() - begun).toBeLessThan(1000);
    });
  });

  describe(`${name}: itself`, () => {
    test('knows who it is, and the link that opens it with a token', async () => {
      const { id, username } = await stage.chat.me();
      expect(id).toBeGreaterThan(0);
      const link = await stage.chat.inviteLink('Tok3n');
      expect(link).toContain(username);
      expect(link).toContain('Tok3n');
    });

    test('leaves a group, and leaving again is quiet', async () => {
      await stage.chat.leave(stage.group);
      await stage.chat.leave(stage.group);
      await expect(stage.chat.send(stage.group, plain('x'))).rejects.toMatchObject({ outcome: 'gone' });
    });
  });
}

function plain(...lines: readonly (string | { readonly text: string; readonly bold?: boolean })[]): ChatMessage {
  return { lines: lines.map((line) => (typeof line === 'string' ? { text: line } : line)), buttons: [] };
}

function button(text: string, data: string): { readonly text: string; readonly data: string } {
  return { text, data };
}

function textOf(event: Event): string | undefined {
  return event.type === 'text' ? event.text : undefined;
}
