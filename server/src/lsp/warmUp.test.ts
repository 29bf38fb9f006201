import { expect, it } from 'vitest';
import { warmUp } from './warmUp.ts';

const support = { editRangeDefault: true, dataDefault: true };

it('asks what has an answer, in small steps', async () => {
  let steps = 0;
  const answers = await warmUp([], support, () => Promise.resolve(void (steps += 1)), new AbortController().signal);
  expect(answers).toBeGreaterThan(1000);
  expect(answers / steps).toBeLessThan(30);
});

it('ends when nobody wants it any more', async () => {
  const controller = new AbortController();
  let steps = 0;
  const pause = () => {
    steps += 1;
    if (steps === 5) controller.abort();
    return Promise.resolve();
  };
  await warmUp([], support, pause, controller.signal);
  expect(steps).toBeLessThan(9);
});
