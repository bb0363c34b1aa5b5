"""The themes of the window: colours, style sheet and palette."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from riffdesk.paths import resources_dir

_FRAME = 16, 48  # pixels


@dataclass(frozen=True)
class Colours:
    """The colours of one theme, as ``#rrggbb``."""

    window: str
    panel: str
    raised: str
    field: str
    line: str
    text: str
    dim: str
    accent: str
    on_accent: str
    canvas: str
    playhead: str
    pending: str
    mask: str
    bad: str


DARK = Colours(
    window="#15171b",
    panel="#1b1e24",
    raised="#282c35",
    field="#111317",
    line="#323742",
    text="#e4e7ec",
    dim="#98a0ae",
    accent="#4fc3f7",
    on_accent="#06222e",
    canvas="#0c0d10",
    playhead="#ffffff",
    pending="#ffb74d",
    mask="#26e0c0",
    bad="#ff6b6b",
)
LIGHT = Colours(
    window="#e9ebef",
    panel="#f6f7f9",
    raised="#ffffff",
    field="#ffffff",
    line="#c3c8d1",
    text="#1b1f27",
    dim="#5a6270",
    accent="#0b74a8",
    on_accent="#ffffff",
    canvas="#ffffff",
    playhead="#ffffff",
    pending="#ffb74d",
    mask="#26e0c0",
    bad="#c62828",
)
_CLOCK = 1.6  # size of the clock relative to other text
THEMES = {"dark": DARK, "light": LIGHT}

_STYLE = Template("""
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $window; width: 5px; height: 5px; }
QMenuBar { background: $window; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:disabled { color: $dim; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $panel; border: none; padding: 4px 6px; spacing: 3px; }
QToolBar::separator { background: $line; width: 1px; height: 1px; margin: 5px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 5px; }
QToolButton:hover { background: $raised; }
QToolButton:checked { background: $accent; color: $on_accent; }
QToolButton:focus, QPushButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $dim; }
QToolButton[popupMode="1"] { padding-right: 15px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton::menu-indicator { image: url("$icons/chevron.svg"); width: 11px; height: 11px;
  subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QToolButton#promptMore:checked { background: transparent; color: $text; }
QToolButton::menu-button { border: none; width: 13px; }
QToolButton::menu-arrow { image: url("$icons/chevron.svg"); width: 11px; height: 11px; }
QDockWidget { color: $dim; font-weight: 600; }
QDockWidget::title { background: $panel; padding: 4px 10px; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QDockWidget > QWidget { background: $panel; }
QPushButton { background: $raised; border: 1px solid $line; border-radius: 5px; padding: 6px 14px; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $dim; background: $panel; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton:default:disabled { background: $panel; color: $dim; border-color: $line; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QListView, QListWidget, QTextBrowser, QTableWidget,
QTreeWidget {
  background: $field; border: 1px solid $line; border-radius: 5px; padding: 4px 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QListView:focus,
QListWidget:focus, QTextBrowser:focus, QTableWidget:focus, QTreeWidget:focus { border-color: $accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/chevron.svg"); width: 14px; height: 14px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 9px; }
QScrollBar:horizontal { height: 9px; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $text; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: $line; }
QCheckBox::indicator, QListView::indicator {
  width: 13px; height: 13px; border: 1px solid $dim; border-radius: 3px; background: $field; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$icons/check.svg"); }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked:focus { border: 2px solid $text; width: 11px; height: 11px; }
QHeaderView::section { background: $panel; color: $dim; border: none; padding: 4px 6px; }
QTableWidget { outline: 0; }
QTableWidget::item { padding: 4px 6px; }
QTableWidget::item:selected { background: $accent; color: $on_accent; }
QTreeWidget::item { padding: 2px; }
QProgressBar { background: $field; border: 1px solid $line; border-radius: 4px; text-align: center; height: 14px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $window; color: $dim; }
QStatusBar::item { border: none; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QLabel#dim, QLabel#readout { color: $dim; }
QLabel#clock { font-size: ${clock}; font-weight: 600; }
QFrame#layerRow { background: $raised; border: 1px solid transparent; border-radius: 6px; }
QFrame#layerRow[active="true"] { border: 1px solid $accent; }
QFrame#layerRow[heard="false"] { background: $panel; }
QFrame#layerRow[heard="false"] QLineEdit { color: $dim; background: transparent; border-color: transparent; }
QFrame#layerRow[heard="false"] QSlider::sub-page:horizontal { background: $dim; }
QFrame#layerRow[heard="false"] QSlider::handle:horizontal { background: $dim; }
QFrame#layerRow QLineEdit { padding: 2px 4px; }
QFrame#layerRow QToolButton { padding: 1px; min-width: 14px; max-width: 1.6em; min-height: 18px; font-weight: 600; }
QWidget#snapshots QToolButton[filled="true"] { font-weight: 600; }
QWidget#snapshots QToolButton[filled="false"] { color: $dim; }
QFrame#selectionBar { background: $raised; border: 1px solid $line; border-radius: 6px; }
QToolButton#canvasContinue { background: $raised; border: 1px solid $line; border-radius: 6px; padding: 4px 8px; }
QToolButton#canvasContinue:hover, QToolButton#canvasContinue:focus { border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFrame#shortcutEditor { background: $panel; border: 1px solid $line; border-radius: 6px; }
QLabel#shortcutTitle { font-weight: 600; }
QFrame#commandPalette { background: $panel; border: 1px solid $line; border-radius: 8px; }
QListWidget#commandList { border: none; background: transparent; padding: 0; }
QLabel#tourTitle { font-weight: 600; }
QFrame#notice, QFrame#recovery { background: $raised; border: 1px solid $pending; border-radius: 6px; }
""")


def colours(theme: str) -> Colours:
    """Return the colours of a theme; dark for an unknown name."""
    return THEMES.get(theme, DARK)


def apply(application: QApplication, theme: str) -> Colours:
    """Apply a theme to the application and return its colours."""
    look = colours(theme)
    icons = (resources_dir() / "icons").as_posix()
    sheet = _STYLE.substitute(asdict(look), icons=icons, clock=_scaled(application.font()))
    if application.styleSheet() == sheet:
        return look
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette(look))
    application.setStyleSheet(sheet)
    return look


def _palette(look: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, look.window),
        (role.WindowText, look.text),
        (role.Base, look.field),
        (role.AlternateBase, look.panel),
        (role.Text, look.text),
        (role.PlaceholderText, look.dim),
        (role.Button, look.raised),
        (role.ButtonText, look.text),
        (role.ToolTipBase, look.raised),
        (role.ToolTipText, look.text),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.accent),
        (role.Light, look.raised),
        (role.Mid, look.line),
        (role.Dark, look.line),
        (role.Shadow, look.field),
    ):
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(look.dim))
    return palette


def width_of(text: str, margin: int = 0) -> int:
    """Return the width of a text in pixels in the application's font, plus a margin."""
    return QFontMetrics(QApplication.font()).horizontalAdvance(text) + margin


def line_height() -> int:
    """Return the height of a line in pixels in the application's font."""
    return QFontMetrics(QApplication.font()).height()


def resize_within_screen(dialog: QWidget, width: int, height: int) -> None:
    """Resize a dialog, limited to the screen without the window frame."""
    room = dialog.screen().availableGeometry().size() - QSize(*_FRAME)
    dialog.resize(QSize(width, height).boundedTo(room))


def _scaled(font: QFont) -> str:
    """Return the font size of the clock, relative to the application's font."""
    return f"{_CLOCK * font.pointSizeF():.1f}pt" if font.pointSizeF() > 0 else f"{round(_CLOCK * font.pixelSize())}px"
