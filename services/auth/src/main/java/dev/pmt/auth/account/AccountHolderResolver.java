package dev.pmt.auth.account;

import dev.pmt.auth.tokens.Sessions;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the token and asks the database whether the person is active now: here a token's five minutes are too long. */
@Component
class AccountHolderResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String SCOPE = "scope";

    private final Users users;

    AccountHolderResolver(Users users) {
        this.users = users;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AccountHolder.class;
    }

    @Override
    public AccountHolder resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        var token = token();
        if (token.filter(jwt -> jwt.hasClaim(SCOPE)).isPresent()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "insufficient-scope",
                    "An API token may not do this; sign in with a browser.");
        }
        return token.flatMap(this::holder)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in, or send a valid bearer token."));
    }

    private static Optional<Jwt> token() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(token.getToken())
                : Optional.empty();
    }

    private Optional<AccountHolder> holder(Jwt token) {
        return Optional.ofNullable(token.getSubject())
                .flatMap(UserId::parse)
                .flatMap(users::find)
                .filter(User::active)
                .map(user -> new AccountHolder(user, token.getClaimAsString(Sessions.CLAIM)));
    }
}
