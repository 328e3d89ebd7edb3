// Says how many characters are left. Spoken only after a pause, or every key would be announced.
const PAUSE_MS = 900;

// By code point: a rare character in a name counts once, as it does on the server.
const lengthOf = (text: string) => [...text.replace(/\r\n/g, '\n')].length;

function enhance(area: HTMLTextAreaElement): void {
  const most = Number(area.dataset['count']);
  const note = document.getElementById(`${area.id}-count`);
  if (!note || !Number.isFinite(most)) return;
  const spoken = document.createElement('div');
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('role', 'status');
  note.after(spoken);
  let timer = 0;

  const update = () => {
    const left = most - lengthOf(area.value);
    const text = (left < 0 ? note.dataset['over'] : note.dataset['remaining']) ?? '#';
    note.textContent = text.replace('#', String(Math.abs(left)));
    note.classList.toggle('l-count--over', left < 0);
  };
  area.addEventListener('input', () => {
    update();
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      spoken.textContent = note.textContent;
    }, PAUSE_MS);
  });
  update();
}

for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]'))
  enhance(area);

export {};
