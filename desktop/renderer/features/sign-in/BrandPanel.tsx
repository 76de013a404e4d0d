import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../ui/BrandMark.tsx';
import classes from './SignInScreen.module.css';

/** Column by column, the heights in sixteenths of an imagined day: first and last are gaps of light. */
const columns = [
  [3, 2, 5, 2, 4],
  [5, 4, 2, 3, 2],
  [2, 3, 3, 5, 3],
  [4, 2, 4, 2, 4],
];

export function BrandPanel() {
  const { t } = useTranslation('signIn');
  return (
    <section className={classes.panel}>
      <div className={classes.brand}>
        <BrandMark size={40} />
        <span className={classes.name}>Roomlight</span>
      </div>
      <div className={classes.day} aria-hidden>
        {columns.map((blocks) => (
          <div key={blocks.join()} className={classes.column}>
            {blocks.map((height, index) => (
              // The order never changes.
              // biome-ignore lint/suspicious/noArrayIndexKey: fixed drawing
              <span key={index} className={classes.block} style={{ flexGrow: height }} />
            ))}
          </div>
        ))}
      </div>
      <p className={classes.lead}>{t('lead')}</p>
    </section>
  );
}
