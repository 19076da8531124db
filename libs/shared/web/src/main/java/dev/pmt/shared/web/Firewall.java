package dev.pmt.shared.web;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's strict firewall with its own rule, assigned characters that are no control characters, checked by a
 * loop: its regular expression runs over the whole token again each time that a filter reads the header.
 */
final class Firewall extends StrictHttpFirewall {

    Firewall() {
        setAllowedHeaderNames(Firewall::isPrintable);
        setAllowedHeaderValues(value -> isPrintable(value.replace('\t', ' ')));
        setAllowedParameterNames(Firewall::isPrintable);
    }

    static boolean isPrintable(String text) {
        return text.codePoints().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
    }
}
