import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { SeatCounts } from '#src/api/workshop/admin-contract';
import { besides, howFull } from './workshop-labels';

const Track = styled(Box)`
  display: flex;
  height: 0.8rem;
  overflow: hidden;
  border-radius: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Given = styled.span<{ $share: number }>`
  width: ${({ $share }) => $share * 100}%;
  background: ${({ theme }) => theme.colors.primary600};
`;

const Promised = styled(Given)`
  background: ${({ theme }) => theme.colors.primary500};
  opacity: 0.5;
`;

/** How full it is: in words, and as a bar for the eye only. Held and offered places are paler. */
export const PlacesBar = ({ counts }: { counts: SeatCounts }) => {
  const { capacity, confirmed: registered, pending: held, offered } = counts;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} style={{ minWidth: '16rem' }}>
      <Typography fontWeight="semiBold">{howFull(counts)}</Typography>
      <Track aria-hidden>
        <Given $share={registered / capacity} />
        <Promised $share={(held + offered) / capacity} />
      </Track>
      {besides(counts).length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {besides(counts).join(', ')}
        </Typography>
      )}
    </Flex>
  );
};
