export { ComboBox, type ComboBoxProps } from './aria/ComboBox.tsx';
export { ItemList, type ItemListProps, type ListedItem } from './aria/ItemList.tsx';
export { TreeView, type TreeNode, type TreeViewProps } from './aria/TreeView.tsx';
export {
  I18nProvider as AriaI18nProvider,
  isTextDropItem,
  useDragAndDrop,
  type DragAndDropOptions,
} from 'react-aria-components';
