import { Flex, Typography } from '@strapi/design-system';
import { Panel } from '#src/admin/components/Panel';
import type { OpenedComment } from '#src/api/comment/admin-contract';
import { careInWords } from './comment-labels';
import { Sentences } from './Sentences';

const tells = ({ tells: { appeared, replies, confirmed } }: OpenedComment): string | null => {
  if (!appeared && !replies) return null;
  const what = [...(appeared ? ['when it is on the page'] : []), ...(replies ? ['when somebody replies'] : [])].join(
    ' and ',
  );
  return confirmed
    ? `The writer is told by email ${what}.`
    : `The writer wishes to be told by email ${what}, but has not confirmed the address yet.`;
};

/** Why it stands where it stands: what the rules on this machine found, in sentences, and that they can be wrong. */
export const WhyPanel = ({ comment }: { comment: OpenedComment }) => {
  const { care, careBecause, suspicions, personalDetails } = comment;
  const told = tells(comment);
  return (
    <Panel title="What was noticed">
      <Flex direction="column" alignItems="stretch" gap={3}>
        {care && (
          <>
            <Typography fontWeight="semiBold">{`${careInWords(care)}.`}</Typography>
            <Sentences sentences={careBecause} />
          </>
        )}
        {suspicions.length > 0 && (
          <>
            <Typography fontWeight="semiBold">It looks like spam because:</Typography>
            <Sentences sentences={suspicions} />
          </>
        )}
        {personalDetails && (
          <Typography>
            It seems to hold an email address, a phone number or a postal address. Think of that before you approve it.
          </Typography>
        )}
        {told !== null && <Typography>{told}</Typography>}
        <Typography textColor="neutral600">
          {care
            ? 'Simple rules found this, and they can be wrong.'
            : 'No flag doesn’t mean no worry: the rules know phrases, you know people.'}
        </Typography>
      </Flex>
    </Panel>
  );
};
