// Renews numbers marked data-live="key" from a stream named by data-live-source on an element around them.
// Each event carries JSON: {"key": "text"}. Hidden pages let go of their stream, as the server holds only so many.
function enhance(box: HTMLElement): void {
  const source = box.dataset['liveSource'];
  if (!source) return;
  let stream: EventSource | null = null;

  const take = (event: MessageEvent<string>) => {
    const counts = JSON.parse(event.data) as Record<string, string | number>;
    for (const place of box.querySelectorAll<HTMLElement>('[data-live]')) {
      const text = counts[place.dataset['live'] ?? ''];
      if (text !== undefined && place.textContent !== String(text))
        place.textContent = String(text);
    }
  };
  const open = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(source);
    stream.addEventListener('message', take);
    stream.addEventListener('counts', take);
  };
  const close = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else open();
  });
  window.addEventListener('pagehide', close);
  open();
}

for (const box of document.querySelectorAll<HTMLElement>('[data-live-source]')) enhance(box);

export {};
