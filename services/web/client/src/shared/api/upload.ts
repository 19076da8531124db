import { noteSession, noteSilence } from "./connectivity";
import { ApiError, toProblem } from "./problem";

/** Sends a file as it is and tells how many of its bytes have left; fetch cannot say that. */
export function upload<T>(
  path: string,
  file: Blob,
  onSent: (bytes: number) => void,
  headers: Record<string, string> = { "Content-Type": "text/csv" },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", path);
    for (const [name, value] of Object.entries({ Accept: "application/json", ...headers }))
      sending.setRequestHeader(name, value);
    sending.responseType = "json";
    sending.upload.onprogress = (event) => onSent(event.loaded);
    sending.onload = () => {
      if (sending.status < 300) return resolve(sending.response);
      if (sending.status === 401) noteSession(false);
      reject(new ApiError(toProblem(sending.status, sending.response)));
    };
    sending.onerror = () => {
      noteSilence("edge");
      reject(
        new ApiError(
          toProblem(0, { detail: "The connection broke while the file was being sent. Try again." }),
        ),
      );
    };
    sending.send(file);
  });
}
