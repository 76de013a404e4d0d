const perWorkstation = 5;
const besides = 200;

/** @throws with what to do when the system would not let one process hold so many workstations */
export function requireOpenFiles(workstations: number): void {
  const needed = workstations * perWorkstation + besides;
  const allowed = openFilesAllowed();
  if (allowed >= needed) return;
  throw new Error(
    `This system lets a process open ${allowed} files, and ${workstations} workstations need ${needed}. ` +
      `Raise the limit (ulimit -Hn), or try --quick.`,
  );
}

// Node raises its own limit to the hard one as it starts, so the hard one counts. Windows has none of this kind.
function openFilesAllowed(): number {
  const report = process.report.getReport() as {
    userLimits?: { open_files?: { hard: number | 'unlimited' } };
  };
  const hard = report.userLimits?.open_files?.hard ?? 'unlimited';
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}
