#!/usr/bin/env node
import { startBundle } from './startBundle.js';

startBundle('source-check', []);
