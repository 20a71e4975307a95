import type { z } from 'zod';

/** Keys of the innermost object of a shape at a path, through lists, unions and optional parts. */
export function keysIn(shape: z.ZodObject): (path: readonly PropertyKey[]) => readonly string[] {
  return (path) => {
    let all: readonly unknown[] = [shape];
    for (const key of path) all = all.flatMap(bare).flatMap((type) => inside(type, key));
    return all.flatMap(bare).flatMap((type) => Object.keys(shapeOf(type) ?? {}));
  };
}

function inside(type: unknown, key: PropertyKey): readonly unknown[] {
  const fields = shapeOf(type);
  if (fields) return [fields[String(key)]];
  return typeof key === 'number' ? [definitionOf(type)?.element] : [];
}

/** The types inside optional, nullable and union. */
function bare(type: unknown): readonly unknown[] {
  const definition = definitionOf(type);
  if (definition?.innerType) return bare(definition.innerType);
  return Array.isArray(definition?.options) ? definition.options.flatMap(bare) : [type];
}

function definitionOf(type: unknown): Readonly<Record<string, unknown>> | undefined {
  return mapOf(mapOf(type)?.def);
}

function shapeOf(type: unknown): Readonly<Record<string, unknown>> | undefined {
  return mapOf(mapOf(type)?.shape);
}

export function mapOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isMap(value) ? value : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
