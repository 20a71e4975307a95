import { likelihoods } from '../../learned.ts';
import type { PaperKind } from '../draft.ts';
import eye from './eye.json' with { type: 'json' };
import type { Eye } from './eye.ts';
import { type Item, speaks, withBelow } from './items.ts';
import { type Likely, placeFeatures } from './place.ts';
import { wordsSeen } from './words.ts';

/** How likely each item is each role. */
export type Sight = ReadonlyMap<Item, Likely>;

/** How likely each line of a paper is each role, learned from the papers under test/samples. */
export function sightOf(root: Item, kind: PaperKind): Sight {
  const { place }: Eye = eye;
  const all = withBelow(root).filter(speaks);
  const alone = new Map(all.map((item) => [item, wordsSeen(item.text)]));
  return new Map(all.map((item) => [item, likelihoods(place, placeFeatures(item, all, alone, kind))]));
}
