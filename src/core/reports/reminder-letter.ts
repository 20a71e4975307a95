import { person } from '../ladder.ts';
import { phrase } from '../phrase.ts';
import type { PaperQuestion, Report } from './contract.ts';
import { type Colour, type Urged, urgedItems } from './figures/colours.ts';
import { departmentName, whoWords } from './figures/naming.ts';
import { longDay } from './figures/record.ts';
import type { Block } from './form/paper.ts';
import { columnsOf } from './sheets/columns.ts';

const colours: readonly Colour[] = ['red', 'yellow', 'green'];
const columns = columnsOf({ no: 6, title: 28, leader: 11, 'last-day': 15, urgency: 20, reminded: 9 });

/** 督办提醒函: a letter to each person and colour, red first, on a page of its own. */
export const reminderLetter = {
  id: 'reminder-letter',
  form: 'paper',
  span: 'all',
  privately: true,
  compose(question) {
    const items = urgedItems(question);
    if (items.length === 0) return { refused: [phrase('report-refused-nothing-urgent')] };
    const letters = colours.flatMap((colour) => {
      const mine = items.filter((item) => item.colour === colour);
      return [...new Set(mine.map(({ to }) => to))].map((to) =>
        letter(
          colour,
          to,
          mine.filter((item) => item.to === to),
          question,
        ),
      );
    });
    return {
      fileName: phrase('report-letter-file', { office: question.plan.organization.name, day: question.day }),
      blocks: letters.flatMap((blocks, i): readonly Block[] => (i === 0 ? blocks : [{ block: 'page' }, ...blocks])),
    };
  },
} satisfies Report;

function letter(colour: Colour, to: string, items: readonly Urged[], question: PaperQuestion): readonly Block[] {
  const { plan, day } = question;
  const unit = departmentName(plan, person(plan, to)?.department);
  const name = whoWords(plan, to);
  return [
    { block: 'title', text: phrase('report-letter-title') },
    { block: 'subtitle', text: phrase(`report-letter-${colour}`, { year: Number(day.slice(0, 4)) }) },
    {
      block: 'to',
      text: unit ? phrase('report-letter-to-unit', { unit, name }) : phrase('report-letter-to', { name }),
    },
    { block: 'text', text: phrase(`report-letter-text-${colour}`, { day: longDay(day), n: items.length }) },
    { block: 'table', columns, rows: alike(items).map((those, i) => rowOf(those, i + 1, question)) },
    { block: 'text', text: phrase(`report-letter-ask-${colour}`) },
    { block: 'sign', text: phrase('report-letter-receipt') },
    { block: 'signature', office: plan.organization.name, day },
  ];
}

/** What comes round and was not done several times is one row, from its first day on. */
function alike(items: readonly Urged[]): readonly (readonly Urged[])[] {
  const rows = new Map<string, Urged[]>();
  for (const item of [...items].sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0))) {
    const { about } = item;
    const key = 'measure' in about ? about.measure.id : `${about.facts.title} ${about.facts.counterpart ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), item]);
  }
  return [...rows.values()];
}

function rowOf(those: readonly Urged[], no: number, { plan }: PaperQuestion) {
  const { colour, about, last, days } = those[0]!;
  const reminded = those.reduce((sum, item) => sum + item.reminded, 0);
  const measure = 'measure' in about ? about.measure : plan.measures.find((m) => m.id === about.facts.measure);
  const title =
    'measure' in about ? phrase('report-letter-measure', { title: about.measure.title }) : titleOf(about.facts, plan);
  const left = 'measure' in about ? 'report-late-days' : 'report-late-workdays';
  return [
    no,
    those.length > 1 ? phrase('report-title-times', { title, n: those.length }) : title,
    measure?.lead ? whoWords(plan, measure.lead) : null,
    { day: last },
    phrase(colour === 'red' ? left : 'report-days-left', { days }),
    reminded > 0 ? reminded : null,
  ];
}

function titleOf({ title, counterpart }: { title: string; counterpart?: string }, plan: PaperQuestion['plan']) {
  return counterpart ? phrase('report-title-with', { title, name: whoWords(plan, counterpart) }) : title;
}
