type Step = {
  readonly matters: number;
  readonly outcomes: readonly { readonly name: string; readonly p50: number }[];
};

const BAR = 1.5;

/** How the same work slows down as the district's history grows, as Markdown. */
export function growthOf(steps: readonly Step[]): string {
  const [small, large] = steps;
  if (!small || !large) throw new Error('growth needs two sizes');
  const lines = small.outcomes.map(({ name, p50 }) => {
    const later = large.outcomes.find((one) => one.name === name)?.p50 ?? Number.NaN;
    const factor = later / p50;
    const verdict = factor <= BAR ? 'holds' : 'missed';
    return `| ${name} | ${p50.toFixed(2)} | ${later.toFixed(2)} | ${factor.toFixed(2)} | ${verdict} |`;
  });
  const size = (step: Step) => step.matters.toLocaleString('en');
  return [
    `| p50 at 2 clients, ms | ${size(small)} matters | ${size(large)} matters | factor (bar ${BAR}) | verdict |`,
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
