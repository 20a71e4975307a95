import type { ItemKind } from '../contract.ts';
import type { Sentence } from '../sentence.ts';
import ear from './ear.json' with { type: 'json' };
import { type Heard, hear } from './ear.ts';
import { featuresOf } from './features.ts';
import { soundOf } from './sound.ts';

export { weighed } from './weighed.ts';

/** How likely each intent is by the sound of the whole sentence, learned from sentences in test/samples/replies/learned. */
export const heardIn = (sentence: Sentence, kind: ItemKind): Heard => hear(ear, featuresOf(soundOf(sentence), kind));
