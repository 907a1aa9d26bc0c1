package org.startex.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerUnavailable;

/** A page could not be made: most likely the database is away. */
@AnonymousAllowed
@StyleSheet("context://app/admin.css")
class TroubleView extends Composite<Door> implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TroubleView.class);

    @Override
    protected Door initContent() {
        return ProblemPage.of("problem.trouble");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception failure = parameter.getException();
        if (LedgerUnavailable.isBehind(failure)) {
            LOG.warn("a page could not be made: {}", failure.getClass().getSimpleName());
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        LOG.error("a page could not be made", failure);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("ui-admin").get("problem.trouble.title");
    }
}
