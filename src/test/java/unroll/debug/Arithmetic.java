package unroll.debug;

import java.util.function.DoubleBinaryOperator;

/** Works out a formula of numbers as the inspector writes it in plain text, such as {@code −0.3 · (1 − 0.5²) + 2}. */
final class Arithmetic {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text.replace(" ", "").replace('−', '-').replace('·', '*');
    }

    static double value(String formula) {
        Arithmetic arithmetic = new Arithmetic(formula);
        double value = arithmetic.sum();
        if (arithmetic.at < arithmetic.text.length()) {
            throw new IllegalArgumentException(formula + " ends at " + arithmetic.at);
        }
        return value;
    }

    private double sum() {
        double sum = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            sum += take("+") ? product() : take("-") ? -product() : 0;
        }
        return sum;
    }

    private double product() {
        double product = power();
        while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
            product = take("*") ? product * power() : take("/") ? product / power() : product;
        }
        return product;
    }

    private double power() {
        double base = atom();
        int start = at;
        StringBuilder exponent = new StringBuilder();
        while (at < text.length() && RAISED.indexOf(text.charAt(at)) >= 0) {
            exponent.append(RAISED.indexOf(text.charAt(at)));
            at++;
        }
        return at == start ? base : Math.pow(base, Integer.parseInt(exponent.toString()));
    }

    private double atom() {
        if (take("-log")) {
            return -Math.log(atom());
        } else if (take("log")) {
            return Math.log(atom());
        } else if (take("-")) {
            return -power();
        } else if (take("tanh")) {
            return Math.tanh(atom());
        } else if (take("σ")) {
            return 1 / (1 + Math.exp(-atom()));
        } else if (take("relu")) {
            return Math.max(0, atom());
        } else if (take("exp")) {
            return Math.exp(atom());
        } else if (take("√")) {
            return Math.sqrt(atom());
        } else if (take("max(")) {
            return pair(Math::max);
        } else if (take("min(")) {
            return pair(Math::min);
        } else if (take("(")) {
            double inner = sum();
            if (!take(")")) {
                throw new IllegalArgumentException("a bracket is open in " + text);
            }
            return inner;
        }
        return number();
    }

    private double pair(DoubleBinaryOperator function) {
        double left = sum();
        if (!take(",")) {
            throw new IllegalArgumentException("one of two is missing in " + text);
        }
        double right = sum();
        if (!take(")")) {
            throw new IllegalArgumentException("a bracket is open in " + text);
        }
        return function.applyAsDouble(left, right);
    }

    private double number() {
        int start = at;
        while (at < text.length() && ("0123456789.e".indexOf(text.charAt(at)) >= 0 || isExponentSign())) {
            at++;
        }
        return Double.parseDouble(text.substring(start, at));
    }

    private boolean isExponentSign() {
        return text.charAt(at) == '-' && text.charAt(at - 1) == 'e';
    }

    private boolean take(String sign) {
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }
}
