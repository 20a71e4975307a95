// What the page knows. Every other part reads and changes this one object.

export const $ = (id) => document.getElementById(id);

export const model = {
  seats: { people: [], groups: [], commands: { zh: [], en: [] } },
  clock: { now: Date.now(), zone: 'Asia/Shanghai' },
  /** Tells one sandbox from another, so that what was read in an earlier one does not count. */
  world: 0,
  /** The chat on the screen: a person's id, or a group's. */
  current: 0,
  chats: new Map(),
};

export function chatOf(id) {
  if (!model.chats.has(id)) model.chats.set(id, new Map());
  return model.chats.get(id);
}

export const groupOf = (id) => model.seats.groups.find((group) => group.id === id);
export const personOf = (id) => model.seats.people.find((person) => person.id === id);

/** Who acts: the person of the seat, or the chosen speaker of a group. */
export const speaker = () => (groupOf(model.current) ? Number($('speaker').value) : model.current);

export const kept = {
  get: (key) => localStorage.getItem(`sandbox.${key}`),
  set: (key, value) => localStorage.setItem(`sandbox.${key}`, value),
};
