// The fastest Bot API that can be had: answers everything, checks nothing, in a process of its own. It is the same
// for the bot and for the bare loop that the bot is measured against.
import { createServer } from 'node:http';

let sent = 0;
let first = 0;
let last = 0;
let updates = [];
let nextUpdate = 1;

const answer = (response, result) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
};

const methods = {
  getMe: () => ({ id: 42, is_bot: true, first_name: 'bench', username: 'bench_bot' }),
  sendMessage: ({ chat_id: id }) => {
    sent++;
    last = Date.now();
    first ||= last;
    return { message_id: sent, date: Math.floor(last / 1000), chat: { id, type: 'private' } };
  },
};

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    const method = request.url.split('/').at(-1);
    const given = body ? JSON.parse(body) : {};
    if (method === 'figures') return answer(response, { sent, first, last });
    if (method === 'reset') {
      sent = first = last = 0;
      return answer(response, true);
    }
    if (method === 'says') {
      const { from, to, text } = given;
      const date = Math.floor(Date.now() / 1000);
      for (let id = from; id < to; id++) {
        const person = { id, is_bot: false, first_name: `P${id}` };
        const message = {
          message_id: nextUpdate,
          date,
          text,
          from: person,
          chat: { id, type: 'private', first_name: `P${id}` },
        };
        updates.push({ update_id: nextUpdate++, message });
      }
      return answer(response, true);
    }
    if (method === 'getUpdates') {
      updates = updates.filter((update) => update.update_id >= (given.offset ?? 0));
      if (updates.length > 0) return answer(response, updates.slice(0, given.limit ?? 100));
      return setTimeout(() => answer(response, updates.slice(0, 100)), Math.min((given.timeout ?? 0) * 1000, 200));
    }
    answer(response, methods[method] ? methods[method](given) : true);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));
