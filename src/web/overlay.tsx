import { useEffect, useId, useRef, type ReactNode } from 'react'

interface OverlayProps {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  /** Names the panel; names the button too where its face is not text. */
  readonly label: string
  readonly isFaceText?: boolean
  readonly face: ReactNode
  readonly className: string
  readonly children: ReactNode
}

/** A button and the small panel under it: closes on Escape, on a click elsewhere and when the focus leaves. */
export function Overlay({ isOpen, onOpen, label, isFaceText = false, face, className, children }: OverlayProps) {
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      onOpen(false)
      button.current?.focus()
    }
    // antd draws its own panels at the end of the document: a press in one of them is not a press elsewhere.
    const onPress = (event: PointerEvent) => {
      const target = event.target
      if (target instanceof Element && !whole.current?.contains(target) && target.closest('.ant-picker-dropdown, .ant-select-dropdown') === null) onOpen(false)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [isOpen, onOpen])
  return (
    <div className="ck-overlay" ref={whole}>
      <button ref={button} type="button" className={className} aria-label={isFaceText ? undefined : label} title={isFaceText ? label : undefined} aria-expanded={isOpen} aria-controls={isOpen ? panel : undefined} onClick={() => onOpen(!isOpen)}>{face}</button>
      {isOpen && <div className="ck-panel" id={panel} role="group" aria-label={label}>{children}</div>}
    </div>
  )
}
