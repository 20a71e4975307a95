export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** An answer `ok: false`: Telegram's error code, its exact description, and its parameters. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = parameters;
  }
}

/** Something a person cannot do in Telegram either; `code` names it for whoever words it. */
export class ActRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the sandbox refuses this act: ${code}`);
    this.name = 'ActRefused';
    this.code = code;
  }
}

export const badRequest = (what: string, parameters?: RefusalParameters): Refusal =>
  new Refusal(400, `Bad Request: ${what}`, parameters);

export const forbidden = (what: string): Refusal => new Refusal(403, `Forbidden: ${what}`);

export const conflict = (what: string): Refusal => new Refusal(409, `Conflict: ${what}`);
