import { phrase } from '../core/phrase.ts';
import { saysForm } from '../core/reply/form-words.ts';
import { isRefusal } from '../core/reports/form/artefact.ts';
import { answer } from '../core/wording/echo.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Fetched } from './fetched.ts';
import { actsForOffice, languageOf } from './office.ts';
import { officeRecord } from './office-record.ts';
import type { World } from './ports.ts';

/**
 * 台账表样: the office's own blank sheet, sent once; from then on the ledger is filled into it. It is tried first, so
 * that what does not fit is refused at once and unknown columns are named. Undefined where a message brings none.
 */
export async function formSent(ask: Ask, caption: string, fetched: readonly Fetched[]): Promise<Reply | undefined> {
  const { world, office, speaker, said } = ask;
  const [file] = fetched;
  if (!saysForm(caption) || fetched.length !== 1 || !file?.ok || !file.content) return undefined;
  if (!actsForOffice(office, speaker, said.at)) return undefined;
  const { org } = office;
  const language = languageOf(office, `person/${speaker}`);
  const record = await officeRecord(world, office);
  const made = await world.reports.write('ledger', record, {}, { org, language, form: file.content });
  if (isRefusal(made)) return { message: answer(...made.refused) };
  const form = await world.archive.keep(org, file.content);
  const { head, state } = await world.store.ledger.head(org, 'org');
  return {
    heads: { org: head },
    states: { org: { ...state, form } },
    message: answer(phrase('report-form-kept'), ...(made.notes ?? [])),
  };
}

/** The blank sheet that the office sent, if it sent one and it is still kept. */
export async function formOf(
  {
    store,
    archive,
  }: { readonly store: Pick<World['store'], 'ledger'>; readonly archive: Pick<World['archive'], 'read'> },
  org: string,
): Promise<Uint8Array | undefined> {
  const { state } = await store.ledger.head(org, 'org');
  return typeof state.form === 'string' ? archive.read(org, state.form) : undefined;
}
