// What the page knows: the server's state, and where the person is looking.
export const app = { state: null, place: { kind: "channel", id: null, tab: "home" }, messages: [], late: [], thread: null, replies: [] };
