import { BellOutlined, QuestionCircleOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { useGo } from '../navigation.ts'
import { prefer, usePreferences } from '../preferences.ts'
import { useSession, useSignOut } from '../session.ts'
import { useHasPage } from './FramePages.tsx'
import { PostMenu } from './PostMenu.tsx'

type Props = { readonly onFind: () => void; readonly onHelp: () => void }

/** Court and product, search, duty, messages, post, help, person; help stays last but one on every page. */
export function TopBar({ onFind, onHelp }: Props) {
  const t = useLabels(shellLabels)
  const { court, actor, dutyLeader } = useSession()
  const hasMessages = useHasPage('/messages')
  return (
    <header className="dx-bar">
      <Link to="/" className="dx-brand">
        <span className="dx-badge" aria-hidden>
          徽
        </span>
        <span className="dx-court" style={{ color: 'var(--dx-bar-text)' }}>
          {court.name}
        </span>
        <span className="dx-product">{t.product}</span>
      </Link>
      <button className="dx-find" type="button" onClick={onFind} aria-keyshortcuts="Control+K">
        <SearchOutlined aria-hidden />
        {t.search}
        <kbd>Ctrl K</kbd>
      </button>
      <div className="dx-tools">
        {dutyLeader && (
          <span className="dx-wide">
            {t.duty} <b>{dutyLeader}</b>
          </span>
        )}
        {hasMessages && (
          <Link to="/messages" className="dx-wide">
            <BellOutlined aria-hidden />
            {t.messages}
          </Link>
        )}
        <PostMenu />
        <button type="button" onClick={onHelp}>
          <QuestionCircleOutlined aria-hidden />
          <span className="dx-what">{t.help}</span>
        </button>
        <PersonMenu name={actor.name} />
      </div>
    </header>
  )
}

/** What a choice of yes, no or neither is kept as. */
const spoken: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function PersonMenu({ name }: { readonly name: string }) {
  const t = useLabels(shellLabels)
  const { theme, density, language, singleKeys, menuFolded } = usePreferences()
  const signOut = useSignOut()
  const go = useGo()
  const hasAccount = useHasPage('/account')
  const choice = (group: string, title: string, chosen: string, options: Readonly<Record<string, string>>) => ({
    key: group,
    label: `${title}：${options[chosen]}`,
    children: Object.entries(options).map(([key, label]) => ({ key: `${group}.${key}`, label })),
  })
  const items = [
    choice('theme', t.theme, theme, {
      system: t.themeSystem,
      light: t.themeLight,
      dark: t.themeDark,
      contrast: t.themeContrast,
    }),
    choice('density', t.density, density, { loose: t.loose, standard: t.standard, compact: t.compact }),
    choice('language', t.language, language, { zh: '中文', en: 'English' }),
    choice('menuFolded', t.menu, String(menuFolded), {
      null: t.menuByWidth,
      true: t.menuFolded,
      false: t.menuUnfolded,
    }),
    choice('singleKeys', t.singleKeys, String(singleKeys), { true: t.on, false: t.off }),
    { type: 'divider' as const },
    ...(hasAccount ? [{ key: 'account', label: t.account }] : []),
    { key: 'out', label: t.signOut },
  ]
  const chosen: NonNullable<MenuProps['onClick']> = ({ key }) => {
    if (key === 'out') return void signOut()
    if (key === 'account') return go('/account')
    const [name = '', value = ''] = key.split('.')
    prefer({ [name]: value in spoken ? spoken[value] : value })
  }
  return (
    <Dropdown menu={{ items, onClick: chosen }} trigger={['click']} placement="bottomRight">
      <button type="button">
        <UserOutlined aria-hidden />
        <b>{name}</b>
      </button>
    </Dropdown>
  )
}
