import { IconCloudUpload } from '@tabler/icons-react';
import type { Ghost } from '../changes/pending.ts';
import type { Box } from './columnPlan.ts';
import classes from './Ghost.module.css';
import { useGhostWords } from './useGhostWords.ts';

/** Where a visit is going to stand once its command has gone through. */
export function GhostCard({ ghost, box }: { ghost: Ghost; box: Box }) {
  const { name, words, detail } = useGhostWords(ghost);
  const { top, height, left, width } = box;
  return (
    <li className={classes.place} style={{ top, height, left: `${left * 100}%`, width: `${width * 100}%` }}>
      <span className={classes.ghost} data-testid="ghost" data-low={height < 34 || undefined}>
        <span className={classes.name}>{name}</span>
        <span className={classes.words}>
          <IconCloudUpload size={13} stroke={2.1} aria-hidden />
          {words}
        </span>
        <span className={classes.detail}>{detail}</span>
      </span>
    </li>
  );
}
