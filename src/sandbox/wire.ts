// The Bot API objects that the sandbox speaks, as core.telegram.org/bots/api words them: only the fields it uses.

export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export type ChatType = 'private' | 'group' | 'supergroup';

export interface WireChat {
  id: number;
  type: ChatType;
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
}

export interface WireEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: WireUser;
  custom_emoji_id?: string;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  [more: string]: unknown;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface WireFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
  file_path?: string;
  width?: number;
  height?: number;
  duration?: number;
}

export interface WireMessage {
  message_id: number;
  chat: WireChat;
  date: number;
  from?: WireUser;
  edit_date?: number;
  text?: string;
  entities?: WireEntity[];
  caption?: string;
  caption_entities?: WireEntity[];
  photo?: WireFile[];
  document?: WireFile;
  voice?: WireFile;
  location?: { latitude: number; longitude: number };
  media_group_id?: string;
  reply_to_message?: WireMessage;
  reply_markup?: InlineKeyboard;
  [service: string]: unknown;
}

export interface WireUpdate {
  update_id: number;
  [kind: string]: unknown;
}

export interface BotCommand {
  command: string;
  description: string;
}
