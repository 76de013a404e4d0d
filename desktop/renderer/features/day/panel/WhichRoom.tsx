import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import { useClinic } from '../../../store/session.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { BackButton, Question, type QuestionProps } from './Question.tsx';
import classes from './VisitPanel.module.css';

/** The free rooms first. One with somebody in it is chosen only by a second click: two patients rarely share. */
export function WhichRoom({ visit, disabled, onTake }: QuestionProps) {
  const { t } = useTranslation('day');
  const { rooms } = useClinic();
  const [sure, setSure] = useState<string | null>(null);
  const { room: here } = visit.appointment;
  const occupantOf = useOccupants(visit);
  const free = rooms.filter((room) => !occupantOf(room));
  const taken = rooms.filter((room) => occupantOf(room));
  const first = free.find((room) => room !== here);
  const take = (room: string) => {
    if (occupantOf(room) && sure !== room) setSure(room);
    else onTake({ step: 'room', room });
  };
  return (
    <Question title={t('ask.room')}>
      <div className={classes.rooms}>
        {free.map((room) => (
          <RoomButton
            key={room}
            room={room}
            about={room === here ? t('ask.roomHere') : null}
            disabled={disabled || room === here}
            autoFocus={room === first}
            onTake={take}
          />
        ))}
      </div>
      {taken.map((room) => {
        const occupant = occupantOf(room);
        if (!occupant) return null;
        const who = t('ask.roomTaken', { name: patientName(occupant.patient), room });
        return (
          <Button
            key={room}
            variant="subtle"
            color="gray"
            data-sure={sure === room || undefined}
            className={classes.takenRoom ?? ''}
            disabled={disabled || room === here}
            onClick={() => take(room)}
            data-testid={`taken-room-${room}`}
          >
            <span className={classes.roomText}>
              {who}
              {sure === room && <small>{t('ask.roomAnyway')}</small>}
            </span>
          </Button>
        );
      })}
      <Group>
        <BackButton visit={visit} />
      </Group>
    </Question>
  );
}

/** Who else is in a room now. */
function useOccupants(visit: Visit): (room: string) => Visit | undefined {
  const { day } = useDayContext();
  const { id } = visit.appointment;
  return (room) =>
    day.visits.find(
      ({ appointment: a }) =>
        a.id !== id && a.room === room && (a.status === 'roomed' || a.status === 'withProvider'),
    );
}

interface RoomProps {
  room: string;
  about: string | null;
  disabled: boolean;
  autoFocus: boolean;
  onTake: (room: string) => void;
}

function RoomButton({ room, about, disabled, autoFocus, onTake }: RoomProps) {
  return (
    <Button
      variant="default"
      className={classes.room ?? ''}
      disabled={disabled}
      autoFocus={autoFocus}
      onClick={() => onTake(room)}
    >
      <span className={classes.roomText}>
        {room}
        {about && <small>{about}</small>}
      </span>
    </Button>
  );
}
