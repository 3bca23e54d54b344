import type { Core } from '@strapi/strapi';
import { logFormatOf } from 'shared';
import { createLogFormat } from '#src/log/log-format';

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  level: env('LOG_LEVEL', 'info'),
  format: createLogFormat(logFormatOf(process.env)),
});
