// The page's line to the server: requests that carry the page's token, and the stream of what happens.

export const settings = JSON.parse(document.getElementById('settings').textContent);

const headers = { 'x-control-token': settings.token };

/** Answers the result; throws an error with the server's `code`. */
export async function request(method, path, body) {
  const isForm = body instanceof FormData;
  const response = await fetch(`/control/${path}`, {
    method,
    headers: body && !isForm ? { ...headers, 'content-type': 'application/json' } : headers,
    body: isForm ? body : body && JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  // The server was started anew: its page has another token.
  if (answer.code === 'wrong-token') location.reload();
  if (!response.ok) throw Object.assign(new Error(answer.code), { code: answer.code });
  return answer;
}

export const act = async (name, body) => (await request('POST', `act/${name}`, body)).result;

export const fileUrl = (id) => `/control/file/${encodeURIComponent(id)}?token=${encodeURIComponent(settings.token)}`;

/** Calls `on[event](data)`; `on.hello` after every connection, `on.lost` when it breaks. */
export function follow(on) {
  const source = new EventSource(`/control/events?token=${encodeURIComponent(settings.token)}`);
  for (const name of ['hello', 'message', 'seats', 'clock', 'answer', 'action'])
    source.addEventListener(name, (event) => on[name](JSON.parse(event.data)));
  source.addEventListener('error', () => {
    on.lost();
    if (source.readyState === EventSource.CLOSED) comeBack();
  });
}

// The browser gives up when it is refused, as it is by a server that was started anew.
function comeBack() {
  const retry = () => setTimeout(comeBack, 2000);
  fetch('/').then((response) => (response.ok ? location.reload() : retry()), retry);
}
