import { Button, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { asValues } from '#src/admin/saving/form-values';
import { itemName, removedBetween, type RemovedItem, withItemAgain } from './removed-item';

/** Offers to put back what one tap on a bin took out of a list: a session, a price, a help line. */
export const RemovedZone = () => {
  const values = asValues(useForm('RemovedZone', (state) => state.values));
  const stored = asValues(useForm('RemovedZone', (state) => state.initialValues));
  const isModified = useForm('RemovedZone', (state) => state.modified);
  const onChange = useForm('RemovedZone', (state) => state.onChange);
  const before = useRef({ values, stored });
  const [removed, setRemoved] = useState<RemovedItem | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { values, stored };
    // What a form is filled with anew was not taken out by hand.
    const found = last.stored === stored && isModified ? removedBetween(last.values, values) : null;
    if (found !== null) setRemoved(found);
    else if (!isModified) setRemoved(null);
  }, [values, stored, isModified]);
  const undo = (item: RemovedItem): void => {
    onChange(item.field, withItemAgain(item, values[item.field], stored[item.field]));
    setRemoved(null);
  };
  return (
    <div role="status" style={{ width: '100%' }}>
      {removed && (
        <Flex gap={2} justifyContent="space-between">
          <Typography style={{ overflowWrap: 'anywhere' }}>
            {itemName(removed) === '' ? 'Removed.' : `Removed: ${itemName(removed)}`}
          </Typography>
          <Button type="button" variant="tertiary" size="S" onClick={() => undo(removed)}>
            Undo
          </Button>
        </Flex>
      )}
    </div>
  );
};
