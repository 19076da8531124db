import { Markdown } from "~/shared/ui/Markdown";
import { CodeBlock } from "./CodeBlock";
import { curlOf } from "./curl";
import { FieldTable } from "./FieldTable";
import { Item } from "./Item";
import type { Answer, Operation } from "./shapes";
import { TypeName } from "./TypeName";

/** An operation: what it does, what it takes, what it answers, and how to try it. */
export function OperationItem({ operation }: { operation: Operation }) {
  const { id, method, path, summary, about, parameters, body, answers } = operation;
  return (
    <Item
      id={id}
      head={
        <>
          <span className={`reference-method reference-${method.toLowerCase()}`}>{method}</span>
          <code className="reference-path">{path}</code>
          <span className="reference-summary">{summary}</span>
        </>
      }
    >
      {about ? <Markdown source={about} /> : null}
      <CodeBlock label={`${id} with curl`} text={curlOf(operation, location.origin)} />
      {parameters.length > 0 ? (
        <>
          <h4>Parameters</h4>
          <FieldTable caption={`Parameters of ${id}`} fields={parameters} />
        </>
      ) : null}
      {body ? (
        <>
          <h4>Body</h4>
          <p>
            <TypeName type={body.type} /> <span className="reference-note">as {body.media}</span>
          </p>
        </>
      ) : null}
      <h4>Answers</h4>
      {answers.map((answer) => (
        <AnswerItem key={answer.status} id={id} answer={answer} />
      ))}
      <p className="reference-note">
        <a href={`#${id}`}>Link to {id}</a>
      </p>
    </Item>
  );
}

function AnswerItem({ id, answer }: { id: string; answer: Answer }) {
  const { status, about, headers, type, media, example } = answer;
  return (
    <div className="reference-answer">
      <p>
        <span className="tag">{status}</span> {about}
      </p>
      {media ? (
        <p>
          <TypeName type={type} /> <span className="reference-note">as {media}</span>
        </p>
      ) : null}
      {headers.length > 0 ? <p className="reference-note">Headers: {headers.join(", ")}</p> : null}
      {example ? <CodeBlock label={`${id}, example of ${status}`} text={example} /> : null}
    </div>
  );
}
