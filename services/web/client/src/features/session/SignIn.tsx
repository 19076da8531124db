import { signInAddress } from "~/shared/api/session";
import { useTitle } from "~/shared/lib/useTitle";
import { Logo } from "~/shared/ui/Logo";
import "./sign-in.css";

/** What someone sees who is not signed in: what this is, and the one way in. */
export function SignIn() {
  useTitle("Sign in");
  return (
    <main className="sign-in">
      <section className="sign-in-sheet" aria-labelledby="sign-in-title">
        <Logo size={40} />
        <h1 id="sign-in-title">Sign in to PMT</h1>
        <p>Projects, tasks and boards, kept on your own machine.</p>
        <a className="button-link button-primary sign-in-button" href={signInAddress(window.location)}>
          Continue
        </a>
        <p className="sign-in-note">
          No account yet? An administrator can send you a one-time link. The first administrator's link is
          printed where PMT was started.
        </p>
      </section>
    </main>
  );
}
