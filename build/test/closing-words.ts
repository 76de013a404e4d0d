import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';
import { type Figure, figureTable } from './figures.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a test measured, printed in one table at the end of the run. */
    figures?: readonly Figure[];
  }
}

/** What is left to say when all tests have run: what was measured, what was skipped and why, and the count. */
export default class ClosingWords implements Reporter {
  private filtered = false;

  onInit(vitest: Vitest): void {
    this.filtered = Boolean(vitest.config.testNamePattern);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    // With -t the rest is skipped because it was asked for.
    const skipped = this.filtered ? [] : tests.filter((test) => test.result().state === 'skipped');
    const forbidden = process.env.ROOMLIGHT_NO_SKIP === '1' && skipped.length > 0;
    const failed = tests.filter((test) => test.result().state === 'failed').length + broken(modules);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const lines = [
      ...figureTable(tests.flatMap((test) => test.meta().figures ?? [])),
      ...skipped.map(skipLine),
      ...(forbidden ? ['ROOMLIGHT_NO_SKIP=1 makes a skipped test a failure.'] : []),
      `tests: ${passed} passed, ${failed} failed, ${skipped.length} skipped`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (forbidden) process.exitCode = 1;
  }
}

/** Files and groups that failed outside of any test, such as a file that could not be loaded. */
function broken(modules: readonly TestModule[]): number {
  const groups: (TestModule | TestSuite)[] = modules.flatMap((module) => [
    module,
    ...module.children.allSuites(),
  ]);
  return groups.filter((group) => group.errors().length > 0).length;
}

function skipLine(test: TestCase): string {
  const result = test.result();
  const reason = (result.state === 'skipped' && result.note) || 'it does not say why';
  return `skipped: ${test.module.relativeModuleId} › ${test.fullName.replaceAll(' > ', ' › ')}: ${reason}`;
}
