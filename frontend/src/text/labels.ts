/** What the service's commands, questions and answers are called: in Chinese by the service itself, else by the words. */
import { text } from ".";

export function labelOf(command: { command: string; label: string }): string {
  return text.command[command.command] ?? command.label;
}

export function fieldLabel(field: { name: string; label: string }): string {
  return text.field[field.name] ?? field.label;
}

export function choiceLabel(choice: { value: string; label: string }): string {
  return text.choice[choice.value] ?? choice.label;
}
