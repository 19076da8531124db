package dev.pmt.shared.web;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's strict firewall with its own rule, assigned characters that are no control characters, checked by a
 * loop: its regular expression runs over the whole token again each time that a filter reads the header, and as a stream the
 * check alone took a fifteenth of a request.
 */
final class Firewall extends StrictHttpFirewall {

    Firewall() {
        setAllowedHeaderNames(Firewall::isPrintable);
        setAllowedHeaderValues(value -> isPrintable(value.replace('\t', ' ')));
        setAllowedParameterNames(Firewall::isPrintable);
    }

    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return text.codePoints().allMatch(p -> Character.isDefined(p) && !Character.isISOControl(p));
            }
        }
        return true;
    }
}
