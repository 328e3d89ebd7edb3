/** @jsxImportSource react */
import { createRoot } from 'react-dom/client';
import '#kernel/workbench/workbench.css';
import './sign-in.css';
import './staff.css';
import { Workbench } from './app.tsx';
import { modules } from './modules.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<Workbench modules={modules} />);
