import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import { type Phrase, phrase } from '../phrase.ts';
import type { Path, PlanProblem, Source, Spot } from './problem.ts';

/** In characters. A plan is written by people: a file beyond this is something else. */
const LIMIT = 1024 * 1024;
const DEPTH = 40;
const ALIASES = 200;
/** One missing bracket breaks all that follows: what comes after the first few mistakes says nothing. */
const SYNTAX = 10;

type YamlDocument = ReturnType<typeof parseDocument<ParsedNode>>;

/** Parses YAML or JSON; broken text, doubled keys and alias bombs are problems, never exceptions. */
export function readSource(
  text: string,
  file?: string,
  limit: number = LIMIT,
): { readonly source?: Source; readonly problems: readonly PlanProblem[] } {
  const named = file === undefined ? {} : { file };
  const whole = (code: string): PlanProblem => ({ code, where: '', ...named, phrase: phrase(`plan-${code}`) });
  if (text.length > limit) return { problems: [whole('too-large')] };
  // What a file in GBK becomes when it is read as UTF-8.
  if (text.includes('\uFFFD')) return { problems: [whole('not-utf8')] };
  try {
    const lines = new LineCounter();
    const document = parseDocument<ParsedNode>(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0)
      return { problems: document.errors.slice(0, SYNTAX).map((error) => broken(error, lines, text, named)) };
    const tree: unknown = document.toJS({ maxAliasCount: ALIASES });
    if (tooDeep(tree)) return { problems: [whole('too-deep')] };
    return { source: { ...named, tree: withoutFreeKeys(tree), spotOf: spotsOf(document, lines) }, problems: [] };
  } catch (error) {
    // The parser recurses: a hundred thousand brackets exhaust the stack; it throws ReferenceError at its alias limit.
    if (error instanceof RangeError) return { problems: [whole('too-deep')] };
    if (error instanceof ReferenceError) return { problems: [whole('yaml-aliases')] };
    throw error;
  }
}

const worded = new Set(['DUPLICATE_KEY', 'BAD_INDENT', 'TAB_AS_INDENT', 'MULTIPLE_DOCS', 'MISSING_CHAR']);

function broken(error: YAMLError, lines: LineCounter, text: string, named: { readonly file?: string }): PlanProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  const [code, args] = codeOf(error, text.split('\n')[line - 1] ?? '');
  return { code, where: '', ...named, line, column: col, phrase: phrase(`plan-${code}`, args) };
}

function codeOf({ code }: YAMLError, line: string): readonly [string, Phrase['args']] {
  if (worded.has(code)) return [`yaml-${code.toLowerCase().replaceAll('_', '-')}`, undefined];
  return /^[^:"']*：/.test(line) ? ['full-width-colon', { key: line.trim().slice(0, 40) }] : ['yaml', { code }];
}

/** Also true of an alias that holds itself. */
function tooDeep(tree: unknown, depth = 0): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return depth > DEPTH || Object.values(tree).some((part) => tooDeep(part, depth + 1));
}

/** Keys that begin with `x-` are the office's own, everywhere (DESIGN §5). */
function withoutFreeKeys(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutFreeKeys);
  if (typeof tree !== 'object' || tree === null) return tree;
  const kept = Object.entries(tree).filter(([key]) => !key.startsWith('x-'));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutFreeKeys(value)]));
}

function spotsOf(document: YamlDocument, lines: LineCounter): (path: Path) => Spot | undefined {
  return (path) => {
    const offset = offsetOf(document, path);
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

/** Of a key in a map its key, of a list item its value; the nearest thing above whatever is not there. */
function offsetOf(document: YamlDocument, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0];
  for (const part of path) {
    const seen = isAlias(node) ? node.resolve(document) : node;
    if (isMap<unknown, unknown>(seen)) {
      const pair = seen.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(part));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(seen)) {
      node = seen.items[Number(part)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  if (!isMap(node) && !isSeq(node) && !isScalar(node) && !isAlias(node)) return undefined;
  return node.range?.[0];
}
