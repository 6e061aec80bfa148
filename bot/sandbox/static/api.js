// The page's only way to the server. Every call is same-origin JSON.

let acting = "";
export const me = () => acting;
export function actAs(user) { acting = user; }

async function answered(response) {
  if (!response.ok && response.status >= 500) throw new Error("The demo's server did not answer.");
  return response.json();
}

export async function get(path, params = {}) {
  const query = new URLSearchParams({ user: acting, ...params });
  return answered(await fetch(`/sandbox/${path}?${query}`));
}

export async function post(path, body = {}) {
  return answered(await fetch(`/sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user: acting, ...body }),
  }));
}

// A file's bytes as base64, as the server takes them.
export function base64(file) {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1] || "");
    reader.readAsDataURL(file);
  });
}

// Live updates, kept once the server has begun to send; the browser reconnects by itself, and
// `onopen` reloads what was missed.
let source = null;
export function listen(onevent, onopen) {
  if (source) source.close();
  source = new EventSource(`/sandbox/events?${new URLSearchParams({ user: acting })}`);
  source.onmessage = (message) => onevent(JSON.parse(message.data));
  return new Promise((begun) => { source.onopen = () => { source.onopen = onopen; begun(); }; });
}
